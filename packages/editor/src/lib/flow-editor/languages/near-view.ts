import type { Attachment } from 'svelte/attachments'

/** How far outside what is seen something is made ready, so that nobody scrolls into blank rows. */
const AHEAD = '800px 0px'

/** Calls once when the element comes near what is seen of the nearest box around it that scrolls (`data-scrolls`). */
export function nearView(onnear: () => void): Attachment {
  return (node) => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return
        observer.disconnect()
        onnear()
      },
      { root: node.closest('[data-scrolls]'), rootMargin: AHEAD },
    )
    observer.observe(node)
    return () => observer.disconnect()
  }
}
