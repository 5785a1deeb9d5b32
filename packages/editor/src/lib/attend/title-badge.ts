/** A page's title with a number in front; 0 shows none. What is already there is replaced. */
export function titleWith(title: string, n: number): string {
  const bare = title.replace(/^\(\d+\+?\) /, '')
  return n > 0 ? `(${n > 99 ? '99+' : n}) ${bare}` : bare
}

/** Addresses of the page's icon. */
interface Icons {
  readonly plain: string
  readonly waiting: string
}

interface Badge {
  /** The number changed. */
  readonly show: () => void
  readonly end: () => void
}

/** Keeps the number in front of the title and the dot on the icon, whatever title a page sets and when. */
export function wearBadge(count: () => number, icons: Icons): Badge {
  const wear = (n: number): void => {
    const title = titleWith(document.title, n)
    if (document.title !== title) document.title = title
    const link = document.querySelector('link[rel="icon"]')
    const icon = n > 0 ? icons.waiting : icons.plain
    if (link !== null && link.getAttribute('href') !== icon) link.setAttribute('href', icon)
  }
  const show = (): void => wear(count())
  const watcher = new MutationObserver(show)
  watcher.observe(document.head, { childList: true, subtree: true, characterData: true })
  return {
    show,
    end: () => {
      watcher.disconnect()
      wear(0)
    },
  }
}
