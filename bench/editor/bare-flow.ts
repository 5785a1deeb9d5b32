/// <reference types="vite/client" />
import { SvelteFlow } from '@xyflow/svelte'
import '@xyflow/svelte/dist/style.css'
import { mount } from 'svelte'

// Svelte Flow with nothing of ours: as many blocks and links, at the same places, and the same view. It runs in the browser.

const parts: { readonly nodes: []; readonly edges: []; readonly culled: boolean; readonly zoom: number } =
  JSON.parse(document.querySelector('#parts')?.textContent ?? '{}')
const target = document.querySelector('#flow')
if (!target) throw new Error('The page has no place for the flow.')

mount(SvelteFlow, {
  target,
  props: {
    nodes: parts.nodes,
    edges: parts.edges,
    onlyRenderVisibleElements: parts.culled,
    initialViewport: { x: 0, y: 0, zoom: parts.zoom },
    minZoom: 0.05,
  },
})
