import { webAddress } from '../../../text/web-address.ts'
import type { FollowUp, Section } from '../../talk.ts'

/**
 * What somebody has noted to do after a talk: the items below such a heading, which stay in the text too. What is ticked is done.
 *
 * @param text of the file
 */
export function followUpsOfSections(sections: readonly Section[], text: string): readonly FollowUp[] {
  const items = sections
    .filter(({ title }) => followUpTitle.test(title.replace(/[:.]$/, '').trim()))
    .flatMap(({ passages }) => passages)
    .filter(({ form, depth }) => form === 'bullet' && depth <= 1)
  const lines = items.length > 0 ? text.split('\n') : []
  return items.filter(({ line }) => !ticked.test(lines[line - 1] ?? '')).map((item) => followUpOf(item.text))
}

/** `- [x] Try the bowline` */
const ticked = /^[\s>]*(?:[-*+.]{1,8}|\d{1,3}[.)])\s+\[[xX]\]\s/

const followUpTitle = /^(?:my |our )?(?:follow[- ]?ups?|action items?|to[- ]?dos?)$/i

/** An item, and its address if it leads to one: `Try the bowline (https://knots.example)`. */
function followUpOf(item: string): FollowUp {
  const said = item.replace(/^\[[ xX]?\]\s+/, '').replace(/^to[- ]?do\s*:\s*(?=\S)/i, '')
  const [link = '', address = '', ...others] = [...said.matchAll(/\s*\((https?:\/\/[^\s()]+)\)/g)].flat()
  const url = others.length === 0 ? webAddress(address) : undefined
  return url === undefined ? { text: said } : { text: said.replace(link, ''), url }
}
