import type { Phrase } from './phrase.ts'

/** The words of the page that puts the chat on the shop in English. Written as a pair with chinese-install.ts. */
export const ENGLISH_INSTALL = {
  'nav.install': 'On your shop',
  'account.snippetMore': 'Colour, words, allowed sites',
  'install.lead': 'The chat on your own pages: one line of code, your colour, your words.',
  'install.snippet': 'The line of code',
  'install.guide': 'Where it goes',
  'install.guide.html': 'Plain HTML',
  'install.guide.wordpress': 'WordPress',
  'install.guide.shopify': 'Shopify',
  'install.guide.spa': 'Web app',
  'install.steps.html': 'Open the template that all pages share and paste the line before </body>.',
  'install.steps.wordpress':
    'Appearance, Theme file editor, functions.php of your child theme: paste this at its end. A plug-in for footer scripts takes the line itself.',
  'install.steps.shopify':
    'Online Store, Themes, Edit code, layout/theme.liquid: paste this before </body>. On product pages the chat then knows the product.',
  'install.steps.spa':
    'Load the script once and place the element outside the router’s view, so that the conversation stays while pages change.',
  'install.policy': 'A page with a Content-Security-Policy also needs:',

  'install.live': 'Is it live?',
  'install.liveNever': 'No page has loaded the chat yet. Paste the line, then open the page.',
  'install.liveOn': 'Live on {page}',
  'install.liveAt': 'last loaded {time}',
  'install.liveOthers': { one: 'and on {n} other site', other: 'and on {n} other sites' },
  'install.refused': '{origin} tried to load the chat and is not allowed.',
  'install.allowIt': 'Allow it',
  'install.refusedAt': 'Last tried {time}',

  'install.sites': 'Allowed sites',
  'install.sitesHint': 'Only pages of these sites can show your chat.',
  'install.sitesAny': 'No list yet: any site can show your chat. Add your own to keep the others out.',
  'install.siteAdd': 'Add a site',
  'install.siteForm': 'shop.example, or *.shop.example for all its sub-domains',
  'install.siteAct': 'Add',
  'install.siteRemove': 'Remove {origin}',
  'install.siteAllowed': '{origin} is allowed',
  'install.siteRemoved': '{origin} is removed',
  'install.siteLast': 'That was the last one: any site can show your chat now.',

  'install.look': 'Look',
  'install.colour': 'Colour',
  'install.colourPick': 'Pick the colour',
  'install.colourForm': 'Six digits after #, such as #1F4D44',
  'install.colourFits': 'White text on it: contrast {n}',
  'install.colourWeak':
    'White text would reach a contrast of {n} only, 4.5 is needed. Buyers get dark text, {dark}.',
  'install.colourDarker': 'Use {colour}, which takes white',
  'install.colourUsual': 'Use Shopbell’s own',
  'install.side': 'Corner',
  'install.side.right': 'Right',
  'install.side.left': 'Left',
  'install.offsetX': 'From the side, pixels',
  'install.offsetY': 'From the bottom, pixels',
  'install.offsetWrong': 'A whole number from 0 to 200',
  'install.avatar': 'Picture and shop name are those of the store.',
  'install.avatarChange': 'Change them',

  'install.words': 'Words',
  'install.language': 'Language of the chat',
  'install.language.page': 'The page’s',
  'install.opening': 'First line, {language}',
  'install.openingHint': 'Stands in the empty chat. Buyers whose language has none get the other one.',

  'install.contact': 'While nobody is there',
  'install.contactOn': 'Buyers can leave contact details',
  'install.contactHint':
    'Name, e-mail, telephone: they come as a message and as collected answers. No address of the device is kept with them.',
  'install.consent': 'What buyers agree to, {language}',
  'install.consentHint':
    'Who keeps the details, what for, how long. It stands beside a box that buyers tick.',
  'install.consentMissing': 'Write it in one language at least.',

  'install.preview': 'What buyers see',
  'install.previewLanguage': 'Language of the preview',
  'install.previewOf': 'State of the preview',
  'install.preview.empty': 'Opened',
  'install.preview.talk': 'Talking',
  'install.previewSide': 'Where the bubble stands',

  'install.saved': 'Saved. The next page that loads has it.',
} as const satisfies Record<string, Phrase>
