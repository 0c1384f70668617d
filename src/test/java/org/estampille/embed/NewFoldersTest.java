package org.estampille.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NewFoldersTest {

    @TempDir
    private Path folder;

    @Test
    void those_that_stay_empty_go_and_those_that_hold_a_file_stay() throws IOException {
        try (NewFolders folders = new NewFolders()) {
            folders.above(folder.resolve("a/b/c/never.bin"));
            folders.above(folder.resolve("a/d/file.bin"));
            Files.writeString(folder.resolve("a/d/file.bin"), "here");
            assertThat(folder.resolve("a/b/c")).isEmptyDirectory();
        }
        assertThat(folder.resolve("a/b")).doesNotExist();
        assertThat(folder.resolve("a/d/file.bin")).exists();
    }

    @Test
    void an_empty_folder_that_was_there_before_stays() throws IOException {
        Files.createDirectory(folder.resolve("mine"));
        try (NewFolders folders = new NewFolders()) {
            folders.above(folder.resolve("mine/new/never.bin"));
        }
        assertThat(folder.resolve("mine")).isEmptyDirectory();
    }

    @Test
    void names_with_dots_are_the_folders_they_mean() throws IOException {
        try (NewFolders folders = new NewFolders()) {
            folders.above(folder.resolve("a/./never.bin"));
            folders.above(folder.resolve("b/../c/file.bin"));
            Files.writeString(folder.resolve("c/file.bin"), "here");
        }
        assertThat(folder.resolve("a")).doesNotExist();
        assertThat(folder.resolve("b")).doesNotExist();
        assertThat(folder.resolve("c/file.bin")).exists();
    }

    @Test
    void what_was_made_before_a_failure_goes_too() throws IOException {
        Files.writeString(folder.resolve("file"), "no folder");
        NewFolders folders = new NewFolders();
        folders.above(folder.resolve("a/never.bin"));
        assertThatExceptionOfType(FileSystemException.class)
                .isThrownBy(() -> folders.above(folder.resolve("file/b/never.bin")));
        folders.close();
        assertThat(folder.resolve("a")).doesNotExist();
        assertThat(folder.resolve("file")).hasContent("no folder");
    }

    @Test
    void a_link_that_leads_nowhere_is_no_folder() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("absent"));
        try (NewFolders folders = new NewFolders()) {
            assertThatThrownBy(() -> folders.above(link.resolve("a.bin")))
                    .isInstanceOf(FileSystemException.class)
                    .isNotInstanceOf(FileAlreadyExistsException.class)
                    .hasMessageContaining("Not a directory");
        }
    }
}
