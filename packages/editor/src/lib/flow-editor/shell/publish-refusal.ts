import { t } from '#lib/i18n/locale.svelte.ts'
import type { Editor } from '../store/editor.ts'

/** Why nothing can be published now. A first version may say nothing new. */
export function publishRefusal({ mayNot, live, checked, changes }: Editor): string | undefined {
  if (mayNot !== null) return t('flow.mayNot')
  return live && checked && changes === 0 ? t('pub.nothing') : undefined
}
