export { type MirrorOptions, mirror } from "./mirror.js";
export { type Batch, MemoryStore, type MirrorStore, type Row } from "./store.js";
