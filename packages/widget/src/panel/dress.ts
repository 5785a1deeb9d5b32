import { brandRules } from '../theme/brand-rules.ts'
import content from '../content/content.css?inline'
import panel from './panel.css?inline'

/** Puts the panel's styles on, and the store's colour once it is known. The page's own choice (`data-brand`) goes first. */
export function dress(root: ShadowRoot, pageBrand: string | null): (storeBrand: string | undefined) => void {
  const panelSheet = new CSSStyleSheet()
  const brandSheet = new CSSStyleSheet()
  let worn: string | null | undefined
  const wear = (storeBrand: string | undefined): void => {
    const brand = pageBrand ?? storeBrand ?? null
    if (brand === worn) return
    worn = brand
    brandSheet.replaceSync(brandRules(brand))
  }
  wear(undefined)
  panelSheet.replaceSync(panel + content)
  root.adoptedStyleSheets.push(brandSheet, panelSheet)
  return wear
}
