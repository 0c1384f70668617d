package org.estampille.tag;

import java.util.List;
import java.util.Optional;
import org.estampille.jumbf.JumbfBox;
import org.estampille.manifest.IngredientDraft;
import org.estampille.validate.ValidationResult;

/**
 * What a file was made from.
 *
 * @param own what validation said of the manifest the file has already
 * @param beside whether that manifest stands beside the file, not in it
 * @param parent the file it was opened from: itself before tagging, or another one
 * @param transcoded whether it came out of that file by a conversion which dropped the manifest
 * @param components files placed in it
 * @param doubtful names of the files among them whose own manifest does not hold
 * @param boxes boxes of all their manifest stores, to be kept octet for octet
 */
record Provenance(
        Optional<ValidationResult> own,
        boolean beside,
        Optional<IngredientDraft> parent,
        boolean transcoded,
        List<IngredientDraft> components,
        List<String> doubtful,
        List<JumbfBox> boxes) {
    Provenance {
        doubtful = List.copyOf(doubtful);
        components = List.copyOf(components);
        boxes = List.copyOf(boxes);
    }
}
