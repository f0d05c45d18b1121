export type {
  Classifiable,
  Classifier,
  MediaFacts,
  OwnTag,
  TagMapping,
  TagReader,
} from "./classifier.ts";
