export type {
  Classifiable,
  Classifier,
  MediaFacts,
  OwnTag,
  TagMapping,
  TagReader,
} from "./classifier.ts";
export { judge, type Quality, type Verdict } from "./judge.ts";
export { type Labelled, readLabelled } from "./labelled.ts";
export { lookedFor } from "./looked-for.ts";
export { openClassifier } from "./open-classifier.ts";
export { readDataset } from "./read-dataset.ts";
export { lintDataset } from "./lint-dataset.ts";
export { datasetFiles, type DatasetFile } from "./dataset-rows.ts";
