package org.estampille.cli;

import java.util.List;
import java.util.Locale;
import org.estampille.declaration.Modality;
import org.estampille.declaration.WorkStage;

/** What a department usually declares; every part can be answered otherwise. */
enum DeclarePreset {
    VFX(Modality.VIDEO, WorkStage.POST, "modified", List.of("inpaint")),
    ANIMATION(Modality.VIDEO, WorkStage.PRODUCTION, "modified", List.of("video")),
    SOUND(Modality.AUDIO, WorkStage.POST, "assistive", List.of("denoise")),
    MUSIC(Modality.AUDIO, WorkStage.POST, "generated", List.of("music")),
    DUBBING(Modality.AUDIO, WorkStage.LOCALISATION, "generated", List.of("dubbing", "voice_clone")),
    EDITORIAL(Modality.VIDEO, WorkStage.POST, "assistive", List.of("reframe")),
    ART(Modality.IMAGE, WorkStage.PREPRODUCTION, "generated", List.of("image")),
    TITLES(Modality.IMAGE, WorkStage.POST, "generated", List.of("image", "text")),
    MARKETING(Modality.IMAGE, WorkStage.MARKETING, "modified", List.of("image")),
    NEWS(Modality.IMAGE, WorkStage.POST, "generated", List.of("image")),
    RESTORATION(Modality.VIDEO, WorkStage.POST, "assistive", List.of("restore", "upscale")),
    SUBTITLES(Modality.TEXT, WorkStage.LOCALISATION, "assistive", List.of("subtitles", "translation"));

    private final Modality modality;
    private final WorkStage stage;
    private final String extent;
    private final List<String> operations;

    DeclarePreset(Modality modality, WorkStage stage, String extent, List<String> operations) {
        this.modality = modality;
        this.stage = stage;
        this.extent = extent;
        this.operations = operations;
    }

    String department() {
        return name().toLowerCase(Locale.ROOT);
    }

    Modality modality() {
        return modality;
    }

    WorkStage stage() {
        return stage;
    }

    String extent() {
        return extent;
    }

    List<String> operations() {
        return operations;
    }
}
