import { describe, expect, test } from 'vitest'
import { tipsOf } from '../../src/tips/tip.ts'
import { riggedCorpus } from '../corpora/harbour.ts'
import { verdictsOn } from '../helpers/verdicts-on.ts'
import { buttonsOf } from '../slack/readable.ts'
import { openHallway, seen } from './open-hallway.ts'

async function openWithTip() {
  const opened = await openHallway()
  const { workspace } = opened
  await workspace.command('/talks', 'tips now', '#talks')
  const tip = await workspace.until(
    () => workspace.messages('#talks').find((message) => message.bot_id),
    'a tip',
  )
  const tipId = riggedCorpus.talks
    .flatMap(tipsOf)
    .find(({ passage }) => seen(tip).startsWith(`**${passage.text}**`))!.id
  return { ...opened, tip, tipId }
}

const idIn = (text: string) =>
  riggedCorpus.talks.flatMap(tipsOf).find(({ passage }) => text.startsWith(`**${passage.text}**`))?.id

describe('a tip', () => {
  test('shows the takeaway first, then where it is from, and how to stop it', async () => {
    const { tip } = await openWithTip()
    expect(seen(tip)).toMatch(/^\*\*.+\*\*\n.+ · HarbourConf 2019 · \w+\.md:\d+\n/)
    expect(seen(tip)).toMatch(/\n“\/talks tips” changes or stops these tips\.$/)
    expect(buttonsOf(tip.blocks!).map(({ text }) => text)).toEqual([
      'Full notes',
      'More like this',
      'Another tip',
      'Useful',
      'Not useful',
    ])
  })

  test('leads to its talk’s notes', async () => {
    const { workspace, tip } = await openWithTip()
    await workspace.click(tip, 'full_notes')
    await workspace.until(() => workspace.views().length === 1, 'a modal')
  })
})

describe('“Another tip”', () => {
  test('leads the clicker, alone, through all tips', async () => {
    const { workspace, tip, tipId, privateReply } = await openWithTip()
    const shown = [tipId]
    let last = tip as Parameters<typeof workspace.click>[0]
    for (let count = 1; count < riggedCorpus.talks.flatMap(tipsOf).length; count++) {
      await workspace.click(last, 'another_tip')
      const next = await privateReply('#talks', count)
      shown.push(idIn(seen(next))!)
      last = next
    }
    expect(shown.toSorted()).toEqual(
      riggedCorpus.talks
        .flatMap(tipsOf)
        .map(({ id }) => id)
        .toSorted(),
    )
    expect(workspace.messages('#talks').filter((message) => message.bot_id)).toHaveLength(1)
    expect(workspace.ephemerals('#talks', { as: workspace.colleague })).toEqual([])
  })

  test('says so where the settings allow one only', async () => {
    const { workspace, privateReply } = await openHallway()
    await workspace.command('/talks', 'tips about kites', '#talks')
    await privateReply('#talks')
    await workspace.command('/talks', 'tips now', '#talks')
    const tip = await workspace.until(
      () => workspace.messages('#talks').find(({ bot_id }) => bot_id),
      'a tip',
    )
    await workspace.click(tip, 'another_tip')
    expect(seen(await privateReply('#talks', 2))).toMatch(/^There is no other tip here/)
  })
})

describe('“Useful” and “Not useful”', () => {
  test('count one verdict a person, thank privately, and can be changed', async () => {
    const { workspace, store, tip, tipId, privateReply } = await openWithTip()
    const counts = () => verdictsOn(store, workspace.teamId, `tip:${tipId}`)
    // As one does who sees nothing happen.
    await Promise.all([1, 2, 3].map(() => workspace.click(tip, 'tip_useful')))
    expect(seen(await privateReply('#talks'))).toBe('Thank you: noted as useful.')
    await workspace.click(tip, 'tip_useful', { as: workspace.colleague })
    await workspace.until(() => workspace.ephemerals('#talks', { as: workspace.colleague })[0], 'thanks')
    expect(await counts()).toEqual({ useful: 2, notUseful: 0 })
    await workspace.click(tip, 'tip_not_useful')
    expect(seen(await privateReply('#talks', 2))).toMatch(/^Thank you: noted as not useful\./)
    expect(await counts()).toEqual({ useful: 1, notUseful: 1 })
  })

  test('of a button of another version are answered with a sentence', async () => {
    const { workspace, tip, privateReply } = await openWithTip()
    const [, , actions] = tip.blocks as unknown as readonly { elements: readonly object[] }[]
    Object.assign(actions!.elements[2]!, { value: 'v0 x' })
    await workspace.click(tip, 'another_tip')
    expect(seen(await privateReply('#talks'))).toMatch(/^This button is from an older message/)
  })
})
