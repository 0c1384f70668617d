package org.estampille.cli;

import java.util.List;

/** Completes what people type of a tool; a catalogue of terms knows the names. */
interface ToolNames {

    /** Names of tools that begin with, or have a word that begins with, what was typed. */
    List<String> tools(String typed);

    /** The plans of one tool. */
    List<String> plans(String tool);

    /** The vendor of one tool; nobody when it is not known. */
    List<String> vendors(String tool);
}
