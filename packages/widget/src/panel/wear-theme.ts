const DARK = /prefers-color-scheme:\s*dark/

/**
 * Holds a root to one theme whatever the device prefers: a page that has a theme of its own decides for what stands inside it. To
 * be called once, when all sheets are on.
 */
export function wearTheme(root: ShadowRoot, theme: 'light' | 'dark'): void {
  for (const { cssRules } of root.adoptedStyleSheets) {
    for (const rule of cssRules) {
      if (rule instanceof CSSMediaRule && DARK.test(rule.media.mediaText))
        rule.media.mediaText = theme === 'dark' ? 'all' : 'not all'
    }
  }
}
