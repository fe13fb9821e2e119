package tatami.searchtable.codec;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Holds a set of codes a row: ascending, each once, from 0. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "codec")
@JsonSubTypes({
  @JsonSubTypes.Type(value = TagBits.class, name = "bits"),
  @JsonSubTypes.Type(value = TagArray.class, name = "array")
})
public sealed interface TagCodec extends ColumnCodec<int[]> permits TagBits, TagArray {}
