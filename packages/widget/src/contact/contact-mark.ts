/** Remembers that this browser's buyer left details, so that nobody is asked twice. Where storage is blocked, for this page. */
export function contactMark(store: string) {
  const key = `shopbell:${store}:contact`
  let left = false
  try {
    left = localStorage.getItem(key) !== null
  } catch {
    // Storage is blocked.
  }
  return {
    isSet: () => left,
    set: (): void => {
      left = true
      try {
        localStorage.setItem(key, '1')
      } catch {
        // The next page asks once more.
      }
    },
  }
}
