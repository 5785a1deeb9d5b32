/** Remembers for this tab that the panel is open, so that it is open on the shop's next page too. */
export function openMark(store: string) {
  const key = `shopbell:${store}:open`
  const trying = (work: () => void) => (): void => {
    try {
      work()
    } catch {
      // Storage is blocked: the next page begins closed.
    }
  }
  return {
    set: trying(() => sessionStorage.setItem(key, '1')),
    clear: trying(() => sessionStorage.removeItem(key)),
  }
}
