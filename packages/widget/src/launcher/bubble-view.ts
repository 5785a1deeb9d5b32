import { brandRules } from '../theme/brand-rules.ts'
import { draw } from './bell.ts'
import style from './launcher.css?inline'

/** The bubble as it stands on a shop's page, for pages that show what it will look like. `brand` is `#rrggbb`. */
export function bubbleView(root: ShadowRoot, label: string, brand: string | null): HTMLButtonElement {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`${style}:host{position:static}${brandRules(brand)}`)
  root.adoptedStyleSheets = [sheet]
  const { bubble } = draw(label)
  root.append(bubble)
  return bubble
}
