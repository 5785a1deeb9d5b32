/**
 * Does something when the page has nothing to draw, within `latestMs` at most; in browsers that do not tell when that is, soon. The
 * answer takes it back.
 */
export function whenIdle(act: () => void, latestMs: number): () => void {
  if ('requestIdleCallback' in window) {
    const asked = requestIdleCallback(act, { timeout: latestMs })
    return () => cancelIdleCallback(asked)
  }
  const asked = setTimeout(act)
  return () => clearTimeout(asked)
}
