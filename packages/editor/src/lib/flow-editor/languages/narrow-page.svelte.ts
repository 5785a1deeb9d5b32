/** Below this a page shows one thing beside another only where it has to. */
const NARROW = '(max-width: 639px)'

/** Whether the page is narrow, now and whenever it is turned or resized. Called while a component is set up. */
export function narrowPage(): () => boolean {
  const query = matchMedia(NARROW)
  let isNarrow = $state(query.matches)
  $effect(() => {
    const look = (): void => void (isNarrow = query.matches)
    query.addEventListener('change', look)
    return () => query.removeEventListener('change', look)
  })
  return () => isNarrow
}
