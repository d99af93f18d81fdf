import { humanised } from "../form/wording";

/** What a layer is called: its own name, or its kind in words. */
export const layerTitle = ({ name, kind }: { name: string; kind: string }) => (name === kind ? humanised(kind) : name);
