package tatami.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PageFilesTest {

  private static final Pattern REFERENCE =
      Pattern.compile("(?:from '\\./|(?:src|href)=\"page/)([\\w.]+)['\"]");
  private static final Map<String, String> CONTENTS = new LinkedHashMap<>();
  private static HttpProbe probe;

  @BeforeAll
  static void followEveryReferenceFromThePage() throws Exception {
    probe = new HttpProbe(new FakeEndpoint());
    Deque<String> paths = new ArrayDeque<>();
    paths.add("/");
    while (!paths.isEmpty()) {
      String path = paths.remove();
      if (CONTENTS.containsKey(path)) {
        continue;
      }
      HttpResponse<String> response = probe.get(path);
      assertThat(response.statusCode()).as(path).isEqualTo(200);
      CONTENTS.put(path, response.body());
      Matcher references = REFERENCE.matcher(response.body());
      while (references.find()) {
        paths.add("/page/" + references.group(1));
      }
    }
  }

  @AfterAll
  static void stop() {
    probe.close();
  }

  @Test
  void thePageReachesEveryFileThatIsServedAndNoOther() {
    assertThat(CONTENTS.keySet())
        .containsExactlyInAnyOrderElementsOf(
            PageFiles.listRoutes().stream().map(Route::template).toList());
  }

  @Test
  void dataNeverBecomesMarkup() {
    assertThat(CONTENTS.values())
        .noneMatch(
            text ->
                text.matches(
                    "(?s).*(innerHTML|outerHTML|insertAdjacentHTML|document\\.write|eval\\().*"));
  }

  @Test
  void thePolicyFindsNothingInlineToRefuse() {
    String page = CONTENTS.get("/");

    assertThat(page).doesNotContain("<style", " style=", "javascript:", "http://", "https://");
    assertThat(page)
        .doesNotContainPattern("<script(?![^>]* src=)")
        .doesNotContainPattern(" on\\w+=");
  }
}
