// Reads the build list of core/, the includes of its files and the symbols of its library, and says what breaks the rules.

const listed = /(?<=\s)[\w/-]+\.(?:cpp|h)(?=\s)/g;
const included = /^[ \t]*#[ \t]*include[ \t]*(["<])([^">]+)[">]/gm;

/** The core computes; who reads a file, a clock or a die makes answers that differ from run to run. */
const forbidden = ["random", "chrono", "ctime", "time.h", "iostream", "fstream", "filesystem", "cstdio", "stdio.h", "thread"];

/** The files of the build list, from the ground up; files that the build writes (`${...}/name.cpp`) are not core's own. */
export function buildList(cmake) {
  const block = /add_library\(\s*ballast\s[^)]*\)/.exec(cmake);
  return block ? block[0].replace(/#.*/g, "").match(listed) ?? [] : [];
}

/**
 * What breaks the layering, one sentence each.
 * @param {string} cmake the text of core/CMakeLists.txt
 * @param {Map<string, string>} files each file of core/, by its path there, with its text
 */
export function faults(cmake, files) {
  const list = buildList(cmake);
  const place = places(list);
  const found = list.filter((path) => !files.has(path)).map((path) => `${path} is in the build list but not in core/`);
  for (const [path, text] of files) {
    if (!place.has(path)) found.push(`${path} is not in the build list, nor the header of a file that is`);
    for (const [, bracket, name] of text.matchAll(included)) {
      const fault = includeFault(path, bracket, name, place, files);
      if (fault) found.push(fault);
    }
  }
  return found;
}

/** A header stands where its .cpp does, unless it is listed itself. */
function places(list) {
  const place = new Map(list.map((path, index) => [path, index]));
  for (const [index, path] of list.entries()) {
    const header = path.replace(/\.cpp$/, ".h");
    if (!place.has(header)) place.set(header, index);
  }
  return place;
}

function includeFault(path, bracket, name, place, files) {
  if (name.startsWith("nlohmann/")) {
    return path.startsWith("scenario/") ? null : `${path} includes ${name}: JSON is known to scenario/ alone`;
  }
  if (bracket === "<") {
    return forbidden.includes(name) ? `${path} includes <${name}>: core/ has no I/O, clock, thread or std:: distribution` : null;
  }
  if (!files.has(name)) return `${path} includes "${name}", which is not a file of core/ (name it from there)`;
  const ownHeader = name === path.replace(/\.cpp$/, ".h");
  const above = place.get(name) < place.get(path);
  return above || ownHeader ? null : `${path} includes ${name}, which does not stand above it in the build list`;
}

/** C's functions whose last digit depends on the C library, in each precision, and their vector variants. */
const transcendental = new RegExp(
  "^(?:__)?(?:exp2|exp10|expm1|exp|log2|log10|log1p|log|pow|sincos|asinh|acosh|atanh|asin|acos|atan2|atan|sinh|cosh|tanh|sin|cos|tan" +
    "|erfc|erf|lgamma|tgamma|gamma|cbrt|hypot|j0|j1|jn|y0|y1|yn)(?:f|l|f32x?|f64x?|f128)?(?:_r|_finite)?$|^_ZGV",
);

/** The transcendental functions among the undefined symbols that `nm -A -u` lists, each with the object that wants it. */
export function transcendentalSymbols(nm) {
  return nm.split("\n").flatMap((line) => {
    const [, object, symbol] = /([^:]+):\s+U (\S+)$/.exec(line) ?? [];
    return symbol && transcendental.test(symbol.replace(/@.*/, "")) ? [`${object} calls ${symbol}`] : [];
  });
}
