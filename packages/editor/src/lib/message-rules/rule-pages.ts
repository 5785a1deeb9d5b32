import type { MessageKey } from '#lib/i18n/english.ts'

/** The pages of the group “Message rules” in their order (NAV-01): below which path, by which words. */
export const RULE_PAGES = [
  { path: 'rules/robot', label: 'rules.robot' },
  { path: 'rules/products', label: 'rules.products' },
  { path: 'rules/menu', label: 'rules.menu' },
  { path: 'rules/status', label: 'rules.status' },
] as const satisfies readonly {
  readonly path: string
  readonly label: MessageKey
}[]
