import type { Schema } from "../border";
import { items, kindOf, members } from "../form/schema";
import type { Json, JsonObject } from "../json/pointer";

/** What scales a layer of a kind that has no `size`. */
const scaledBy: Readonly<Record<string, string>> = { strip: "cover", vxth: "share", short_token: "ratio", reserve: "capital" };

/** So much of a multiple is nothing, USD and contracts being what they are. */
const nothing = 1e-6;

/** The book with some of its layers held so many times as they stand; `places` says which. */
export function sizedBook(book: Json | undefined, layerSchema: Schema | undefined, places: readonly number[], quantity: readonly number[]): Json[] {
  return items(book).map((layer, place) => {
    const times = quantity[places.indexOf(place)];
    return times === undefined ? layer : sizedLayer(members(layer), layerSchema ?? {}, times < nothing ? 0 : times);
  });
}

function sizedLayer(layer: JsonObject, schema: Schema, times: number): JsonObject {
  const { properties = {} } = kindOf(schema, layer);
  const scaled = (value: Json | undefined, standard: Json | undefined) => Number((times * Number(value ?? standard ?? 1)).toPrecision(6));
  if (properties.size) {
    const [way = "units", value] = Object.entries(members(layer.size ?? properties.size.default))[0] ?? [];
    return { ...layer, size: { [way]: scaled(value, 1) } };
  }
  const field = scaledBy[String(layer.kind)];
  return field ? { ...layer, [field]: scaled(layer[field], properties[field]?.default) } : layer;
}
