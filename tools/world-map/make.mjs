// Natural Earth (public domain, as packed by world-atlas) -> themes/desk/templates/_world.html: one shape a country by its ISO
// code, and one point for each country too small to be seen. Run: npm install && npm run make
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { geoArea, geoCentroid, geoEqualEarth, geoPath } from "d3-geo";
import { feature } from "topojson-client";
import codes from "i18n-iso-countries";

const require = createRequire(import.meta.url);
const WIDTH = 960, HEIGHT = 440;
const SMALL = 0.00055; // steradians, about 22,000 km²: below this a country gets a dot as well as its shape

const read = (scale) => {
  const atlas = JSON.parse(readFileSync(require.resolve(`world-atlas/countries-${scale}m.json`), "utf8"));
  return feature(atlas, atlas.objects.countries).features;
};
const alpha2 = (one) => (one.id ? codes.numericToAlpha2(one.id) : undefined);

const coarse = read(110).filter((one) => one.id !== "010"); // Antarctica has no desk
const projection = geoEqualEarth().fitExtent([[2, 2], [WIDTH - 2, HEIGHT + 18]], { type: "FeatureCollection", features: coarse });
const path = geoPath(projection).digits(0);

// Whole numbers relative to the point before: a third of the bytes of absolute coordinates with decimals.
const compact = (drawn) =>
  drawn
    .split("M").slice(1)
    .map((ring) => {
      const points = ring.replace("Z", "").split("L").map((pair) => pair.split(",").map(Number));
      const steps = points.slice(1).map(([x, y], at) => [x - points[at][0], y - points[at][1]]).filter(([x, y]) => x || y);
      const text = steps.map(([x, y]) => `${x}${y < 0 ? "" : " "}${y}`).join(" ").replace(/ -/g, "-");
      return steps.length > 1 ? `M${points[0].join(" ")}l${text}z` : "";
    })
    .join("");

const shapes = new Map(), dots = new Map();
let unassigned = "";
for (const one of coarse) {
  const code = alpha2(one), drawn = compact(path(one) ?? "");
  if (!code) unassigned += drawn; // territory without a code of its own: land, never shaded
  else shapes.set(code, (shapes.get(code) ?? "") + drawn);
}
for (const one of read(50)) {
  const code = alpha2(one);
  if (!code || code === "AQ" || geoArea(one) > SMALL || dots.has(code)) continue;
  dots.set(code, projection(geoCentroid(one)).map(Math.round));
}

const sorted = (map) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
const out = [
  "{# The world in Equal Earth projection. Made by tools/world-map from Natural Earth (public domain): do not edit, make anew. #}",
  `{% set size = [${WIDTH}, ${HEIGHT}] %}`,
  `{% set unassigned = "${unassigned}" %}`,
  "{% set lands = {",
  ...sorted(shapes).map(([code, drawn]) => `"${code}": "${drawn}",`),
  "} %}",
  "{% set dots = {",
  ...sorted(dots).map(([code, [x, y]]) => `"${code}": [${x}, ${y}],`),
  "} %}",
  "",
];
writeFileSync(process.argv[2], out.join("\n"));
console.log(`${shapes.size} countries, ${dots.size} dots, ${out.join("\n").length} bytes`);
