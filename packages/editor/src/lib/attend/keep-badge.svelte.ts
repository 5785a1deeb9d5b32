import { titleWith } from './title-with.ts'

/** Addresses of the page's icon. */
interface Icons {
  readonly plain: string
  readonly waiting: string
}

/** Keeps the number in front of the title and the dot on the icon, whatever title a page sets and when, while the component lives. */
export function keepBadge(count: () => number, icons: Icons): void {
  const n = $derived(count())
  const wear = (): void => {
    const title = titleWith(document.title, n)
    if (document.title !== title) document.title = title
    const link = document.querySelector('link[rel="icon"]')
    const icon = n > 0 ? icons.waiting : icons.plain
    if (link !== null && link.getAttribute('href') !== icon) link.setAttribute('href', icon)
  }
  $effect(wear)
  $effect(() => {
    const watcher = new MutationObserver(wear)
    watcher.observe(document.head, { childList: true, subtree: true, characterData: true })
    return () => watcher.disconnect()
  })
}
