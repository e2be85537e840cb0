/**
 * Gives elements a size, which a DOM without layout has not: virtual lists draw nothing in a
 * window of no height. Returns the way back.
 */
export function withLayout({ width = 1200, height = 720 } = {}): () => void {
  const sizes: [string, number][] = [["offsetWidth", width], ["offsetHeight", height], ["clientWidth", width], ["clientHeight", height]];
  const before = sizes.map(([name]) => [name, Object.getOwnPropertyDescriptor(HTMLElement.prototype, name)] as const);
  for (const [name, value] of sizes) Object.defineProperty(HTMLElement.prototype, name, { configurable: true, get: () => value });
  return () => {
    for (const [name, old] of before) {
      if (old) Object.defineProperty(HTMLElement.prototype, name, old);
      else Reflect.deleteProperty(HTMLElement.prototype, name);
    }
  };
}
