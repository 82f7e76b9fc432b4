import { webAddress } from '../../text/web-address.ts'
import type { FollowUp, Section } from '../talk.ts'

/** What somebody has noted to do after a talk: the items below such a heading, which stay in the text too. */
export const followUpsOfSections = (sections: readonly Section[]): readonly FollowUp[] =>
  sections
    .filter(({ title }) => followUpTitle.test(title.replace(/[:.]$/, '').trim()))
    .flatMap(({ passages }) => passages)
    .filter(({ form, depth }) => form === 'bullet' && depth <= 1)
    .map(({ text }) => followUpOf(text))

const followUpTitle = /^(?:my |our )?(?:follow[- ]?ups?|action items?|to[- ]?dos?)$/i

/** An item, and its address if it leads to one: `Try the bowline (https://knots.example)`. */
function followUpOf(item: string): FollowUp {
  const said = item.replace(/^\[[ xX]?\]\s+/, '')
  const [link = '', address = '', ...others] = [...said.matchAll(/\s*\((https?:\/\/[^\s()]+)\)/g)].flat()
  const url = others.length === 0 ? webAddress(address) : undefined
  return url === undefined ? { text: said } : { text: said.replace(link, ''), url }
}
