import { layerKindTitle } from "../form/layer-wording";

/** What a layer is called: its own name, or its kind in words. */
export const layerTitle = ({ name, kind }: { name: string; kind: string }) => (name === kind ? layerKindTitle(kind) : name);
