import type { Welcome } from '@shopbell/protocol'
import { button, element } from '../dom/element.ts'
import type { OpenQuestions } from '../transcript/open-questions.ts'
import type { Words } from '../i18n/words.ts'

/** The store's self-service menu, always at hand above the composer (MNU-02). Absent while the store has none. */
export function selfService(words: Words, choose: (item: string, label: string) => void) {
  const node = element('nav', { class: 'menu', 'aria-label': words.selfService, hidden: true })
  let drawn = ''
  return {
    node,
    update: (all: Welcome['menu'] = [], open: OpenQuestions): void => {
      // The newest list ends with the way to a person; twice would be noise.
      const menu = all.filter(({ id }) => id !== 'person' || (open.offersPerson && open.list === 0))
      const next = JSON.stringify(menu)
      if (drawn === next) return
      drawn = next
      node.hidden = menu.length === 0
      node.replaceChildren(
        ...menu.map(({ id, label }) => button({ class: 'chip' }, () => choose(id, label), label)),
      )
    },
  }
}
