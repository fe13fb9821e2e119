package tatami.searchbuild.catalog;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads {@code catalog.yaml}. */
public final class CatalogFile {

  /** The file that is read where a folder is given. */
  public static final String NAME_IN_FOLDER = "catalog.yaml";

  private static final int MOST_BYTES = 1 << 20;

  private CatalogFile() {}

  /**
   * Reads and checks a catalog. Opens no feed and no database; SQL text is passed on as it is.
   *
   * @param fileOrFolder the file, or a folder that has a {@code catalog.yaml}
   * @param overrides what the command line puts in place of what the file says
   * @throws CatalogProblemsException with every problem at once
   */
  public static Catalog read(Path fileOrFolder, CatalogOverrides overrides) {
    Path file = locate(fileOrFolder);
    return parse(file, decode(file, load(file)), overrides);
  }

  static Catalog parse(Path file, String text, CatalogOverrides overrides) {
    Problems problems = new Problems();
    Optional<Catalog> catalog =
        YamlReader.read(text, problems)
            .flatMap(root -> new CatalogReader(overrides, problems).read(root));
    if (problems.count() > 0) {
      throw new CatalogProblemsException(file, problems.list());
    }
    return catalog.orElseThrow(
        () -> new IllegalStateException("a catalog is neither read nor refused: file=" + file));
  }

  private static Path locate(Path fileOrFolder) {
    if (!Files.isDirectory(fileOrFolder)) {
      return fileOrFolder;
    }
    Path file = fileOrFolder.resolve(NAME_IN_FOLDER);
    if (!Files.exists(file)) {
      throw refuse(
          file,
          Place.OUTSIDE,
          "folder \"" + fileOrFolder + "\" has no " + NAME_IN_FOLDER + ": name the file itself");
    }
    return file;
  }

  private static byte[] load(Path file) {
    if (!Files.isRegularFile(file)) {
      String what = Files.exists(file) ? "is not a file" : "does not exist";
      throw refuse(
          file,
          Place.OUTSIDE,
          "catalog \"" + file + "\" " + what + ": name a file, or a folder with " + NAME_IN_FOLDER);
    }
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw refuse(
            file,
            Place.OUTSIDE,
            "catalog \"" + file + "\" is larger than " + MOST_BYTES + " bytes: is it a feed?");
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw refuse(file, Place.OUTSIDE, "catalog \"" + file + "\" cannot be read: " + e);
    }
  }

  private static String decode(Path file, byte[] bytes) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(in, out, true);
    String text = out.flip().toString();
    if (result.isError()) {
      throw refuse(
          file,
          YamlReader.placeOfCodePoint(text, text.codePointCount(0, text.length())),
          String.format("byte 0x%02X is not UTF-8: save the catalog as UTF-8", in.get()));
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static CatalogProblemsException refuse(Path file, Place place, String message) {
    return new CatalogProblemsException(
        file, List.of(new CatalogProblem(place.line(), place.column(), message)));
  }
}
