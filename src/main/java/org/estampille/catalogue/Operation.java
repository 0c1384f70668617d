package org.estampille.catalogue;

/**
 * What people do with AI tools in picture and sound, and the C2PA action that says so. Only actions that C2PA 2.2 has are used,
 * so that older readers understand them.
 */
public enum Operation {
    DENOISE("denoise", C2paAction.ENHANCED),
    SHARPEN("sharpen", C2paAction.ENHANCED),
    UPSCALE("upscale", C2paAction.ENHANCED),
    RESTORE("restore", C2paAction.ENHANCED),
    STABILISE("stabilise", C2paAction.ENHANCED),
    MASTERING("mastering", C2paAction.ENHANCED),
    COLOUR_GRADE("colour_grade", C2paAction.ADJUSTED_COLOR),
    COLOURISE("colourise", C2paAction.ADJUSTED_COLOR),
    RELIGHT("relight", C2paAction.EDITED),
    INPAINT("inpaint", C2paAction.EDITED),
    OUTPAINT("outpaint", C2paAction.EDITED),
    REMOVE_OBJECT("remove_object", C2paAction.EDITED),
    REPLACE_BACKGROUND("replace_background", C2paAction.EDITED),
    ROTOSCOPE("rotoscope", C2paAction.EDITED),
    FACE_REPLACE("face_replace", C2paAction.EDITED),
    DEAGE("deage", C2paAction.EDITED),
    BODY_REPLACE("body_replace", C2paAction.EDITED),
    LIP_SYNC("lip_sync", C2paAction.EDITED),
    STYLE_TRANSFER("style_transfer", C2paAction.FILTERED),
    FRAME_INTERPOLATION("frame_interpolation", C2paAction.EDITED),
    RETIME("retime", C2paAction.CHANGED_SPEED),
    REFRAME("reframe", C2paAction.CROPPED),
    IMAGE("image", C2paAction.EDITED),
    VIDEO("video", C2paAction.EDITED),
    MODEL_3D("model_3d", C2paAction.EDITED),
    MUSIC("music", C2paAction.EDITED),
    SOUND_EFFECTS("sound_effects", C2paAction.EDITED),
    VOICE_CLONE("voice_clone", C2paAction.DUBBED),
    TTS("tts", C2paAction.DUBBED),
    DUBBING("dubbing", C2paAction.DUBBED),
    TRANSLATION("translation", C2paAction.TRANSLATED),
    TEXT("text", C2paAction.ADDED_TEXT),
    SUBTITLES("subtitles", C2paAction.ADDED_TEXT),
    OTHER("other", C2paAction.EDITED);

    private final String code;
    private final C2paAction action;

    Operation(String code, C2paAction action) {
        this.code = code;
        this.action = action;
    }

    /** As written in declarations. */
    public String code() {
        return code;
    }

    /** The action that fits when nothing else is known about the use. */
    public C2paAction action() {
        return action;
    }
}
