import { createElementNS } from './page.ts'

const SVG = 'http://www.w3.org/2000/svg'

/** Outlines on a 20 x 20 field. */
const OUTLINES = {
  bell: 'M3.5 15.5h13M4.5 13a5.5 5.5 0 0 1 11 0zM10 7.5V5M8.4 5h3.2',
  close: 'm6 8 4 4 4-4',
  back: 'm12 6-4 4 4 4',
  send: 'm3.5 10 13-6-4 12.500-3-5zM9.500 11.500l7-7.500',
  down: 'M10 4.500v11M5.500 11l4.500 4.500 4.500-4.500',
  check: 'm4.500 10.500 3.600 3.600 7.400-8',
  alert: 'M10 6v5M10 13.600v.100M10 2.500l7.500 13.500h-15z',
  product: 'm10 3 6.500 3.400v7.200L10 17l-6.500-3.400V6.400zM3.700 6.500 10 10l6.300-3.500M10 10v7',
} as const

/** A drawing beside words; it says nothing of its own to a screen reader. */
export function icon(name: keyof typeof OUTLINES): SVGElement {
  const svg = createElementNS(SVG, 'svg')
  svg.setAttribute('viewBox', '0 0 20 20')
  svg.setAttribute('aria-hidden', 'true')
  svg.setAttribute('class', `icon icon-${name}`)
  const path = createElementNS(SVG, 'path')
  path.setAttribute('d', OUTLINES[name])
  svg.append(path)
  return svg
}
