package org.estampille.bind;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.estampille.asset.Asset;
import org.estampille.asset.AssetFormat;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.ReadLimits;
import org.estampille.cbor.CborValue;
import org.estampille.container.ContainerMap;
import org.estampille.container.Containers;
import org.estampille.crypto.CryptoEngine;

/** The door to hard bindings: compare one that was read, plan one to be written. */
public final class HardBindings {
    private HardBindings() {}

    /**
     * Compares a hard binding assertion of a standard manifest that is the active one.
     *
     * @param label of the assertion, without instance suffix
     * @param assertion its content
     * @param claimAlg the hash algorithm of the claim
     * @param threads that may hash at once, at least 1
     * @throws LimitExceededException when that would take more than the limits allow
     */
    public static BindingOutcome check(
            Asset asset,
            ContainerMap map,
            String label,
            CborValue.Map assertion,
            Optional<String> claimAlg,
            CryptoEngine engine,
            ReadLimits limits,
            int threads)
            throws IOException, LimitExceededException {
        return check(label, assertion, new HardBinding.Context(asset, map, claimAlg, false, engine, limits, threads));
    }

    /** The same with every circumstance, such as that update manifests were added to the store later. */
    public static BindingOutcome check(String label, CborValue.Map assertion, HardBinding.Context context)
            throws IOException, LimitExceededException {
        Optional<HardBinding> binding;
        try {
            binding = read(label, assertion, context.limits());
        } catch (LimitExceededException e) {
            throw e;
        } catch (MalformedContentException e) {
            return new BindingOutcome.Malformed(e.problem());
        }
        return binding.isPresent() ? binding.get().check(context) : new BindingOutcome.UnsupportedBinding(label);
    }

    /**
     * Reads an assertion; empty for labels that are no hard binding known here. The first version of the BMFF hash is none, since
     * C2PA tells validators to ignore it.
     *
     * @throws MalformedContentException when it breaks its rules
     */
    public static Optional<HardBinding> read(String label, CborValue.Map assertion, ReadLimits limits)
            throws MalformedContentException {
        return switch (label) {
            case DataHash.LABEL -> Optional.of(DataHash.read(assertion));
            case BoxHash.LABEL -> Optional.of(BoxHash.read(assertion));
            case BmffHash.LABEL, BmffHash.LABEL_V2 -> Optional.of(BmffHash.read(assertion, limits));
            default -> Optional.empty();
        };
    }

    /** The same with {@link ReadLimits#standard}. */
    public static BindingDraft plan(
            AssetFormat format, ByteSource futureFile, ByteRange slot, boolean merkle, HashAlgorithm algorithm)
            throws IOException, MalformedContentException {
        return plan(format, futureFile, slot, merkle, algorithm, ReadLimits.standard());
    }

    /**
     * Plans the binding of a file to be written: a BMFF hash for BMFF, a data hash for everything else.
     *
     * @param futureFile as it will be; what stands in the slot does not matter
     * @param slot room for the wrapped manifest store
     * @param merkle whether the media of a BMFF file get a tree, as far as {@link BmffDraft} can give one
     * @throws MalformedContentException when the file cannot be bound
     */
    public static BindingDraft plan(
            AssetFormat format,
            ByteSource futureFile,
            ByteRange slot,
            boolean merkle,
            HashAlgorithm algorithm,
            ReadLimits limits)
            throws IOException, MalformedContentException {
        return format.family() == AssetFormat.Family.BMFF
                ? BmffDraft.of(futureFile, slot, merkle, algorithm, limits)
                : dataHash(new Asset("planned", futureFile, format), slot, algorithm, limits);
    }

    /** What states the length of the store is left out too, since it changes when the store is updated later. */
    private static BindingDraft dataHash(Asset planned, ByteRange slot, HashAlgorithm algorithm, ReadLimits limits)
            throws IOException, MalformedContentException {
        List<ByteRange> exclusions =
                new ArrayList<>(Containers.of(planned.format()).lengthFields(planned, Optional.of(slot), limits));
        exclusions.add(slot);
        exclusions.sort(Comparator.comparingLong(ByteRange::start));
        return new DataDraft(
                exclusions, DataHash.plan(exclusions, planned.source().length(), algorithm));
    }

    /** A data hash of the whole file, for a manifest store that is kept beside it. */
    public static BindingDraft planDetached(ByteSource file, HashAlgorithm algorithm) {
        return new DataDraft(List.of(), DataHash.plan(List.of(), file.length(), algorithm));
    }
}
