import { describe, expect, test } from 'vitest'
import { createAnswers } from '../../src/answers/answers.ts'
import { createLunrEngine } from '../../src/search/lunr-engine.ts'
import { createNotesUrl } from '../../src/slack/blocks/notes-url.ts'
import { riggedCorpus } from '../corpora/harbour.ts'
import { makeCorpus, makeTalk, passage } from '../helpers/make-talk.ts'
import { openHallway, seen, tinyAnswers } from './open-hallway.ts'

async function askInChannel(question: string, options: Parameters<typeof openHallway>[0] = {}) {
  const opened = await openHallway(options)
  const { ts } = await opened.workspace.say('#talks', `@Hallway ${question}`)
  return { ...opened, ts, answer: await opened.answerTo('#talks', ts) }
}

/** The block of the first button of an action. */
function blockOf(message: { readonly blocks?: readonly unknown[] }, actionId: string): { blockId: string } {
  const blocks = (message.blocks ?? []) as readonly {
    block_id: string
    elements?: readonly { action_id?: string }[]
  }[]
  const block = blocks.find(({ elements }) => elements?.some(({ action_id }) => action_id === actionId))
  return { blockId: block?.block_id ?? '' }
}

/** The first block with a button beside its text. */
function firstSection({ blocks = [] }: { readonly blocks?: readonly unknown[] }): string {
  const all = blocks as readonly { readonly type: string; readonly block_id: string }[]
  return all.find(({ type }) => type === 'section')?.block_id ?? ''
}

describe('on a visible answer', () => {
  test('“More results” answers the clicker alone, in the thread, from where the answer ended', async () => {
    const { workspace, ts, answer, privateReply } = await askInChannel('rigging')
    await workspace.click(answer, 'more_results', { as: workspace.you })
    const more = await privateReply('#talks')
    expect(more.thread_ts).toBe(ts)
    expect(seen(more)).toContain('for programmers')
    const titlesOf = (text: string): readonly string[] => text.match(/\*\*.* for programmers\*\*/g) ?? []
    expect(titlesOf(seen(more)).filter((title) => titlesOf(seen(answer)).includes(title))).toEqual([])
    expect(workspace.ephemerals('#talks', { as: workspace.colleague })).toEqual([])
  })

  test('“More like this” names the talk and shows others', async () => {
    const { workspace, answer, privateReply } = await askInChannel('kites')
    await workspace.click(answer, 'more_like_this', blockOf(answer, 'more_like_this'))
    const related = await privateReply('#talks')
    expect(seen(related)).toMatch(/^More like \*\*Kites for programmers\*\*/)
    expect(seen(related)).not.toContain('\n**Kites for programmers**')
  })

  test('“Full notes” opens them for the clicker', async () => {
    const { workspace, answer } = await askInChannel('queues deliver twice')
    await workspace.click(answer, 'full_notes', blockOf(answer, 'full_notes'))
    const [view] = await workspace.until(() => workspace.views().length > 0 && workspace.views(), 'a modal')
    expect(seen({ blocks: view!.blocks, text: '' })).toContain(
      '# Takeaways\n- Give each job a key and keep it for a day.',
    )
    expect(seen({ blocks: view!.blocks, text: '' })).toContain('```queue.ack(key)```')
    expect(seen({ blocks: view!.blocks, text: '' })).toMatch(/\nKey terms: .*[Rr]etries.*\n/)
  })
})

test('in a direct message a click is answered in the thread, to last', async () => {
  const { workspace, answerTo } = await openHallway()
  const { ts } = await workspace.say('dm', 'rigging')
  const answer = await answerTo('dm', ts)
  await workspace.click(answer, 'more_results')
  const more = await workspace.until(
    () => workspace.thread('dm', ts).filter((reply) => reply.bot_id)[1],
    'more results',
  )
  expect(more.thread_ts).toBe(ts)
  expect(seen(more)).not.toContain('Share in channel')
})

test('a speaker in a list leads to the talks, and these to their notes, in the thread of a direct message', async () => {
  const { workspace, answerTo } = await openHallway()
  const { ts } = await workspace.say('dm', 'who are the speakers?')
  await workspace.click(await answerTo('dm', ts), 'ask_0')
  const replies = () => workspace.thread('dm', ts).filter((reply) => reply.bot_id)
  const talks = await workspace.until(() => replies()[1], 'the talks')
  expect(seen(talks)).toMatch(/^\*\*The notes have 5 talks by Bo Quay\.\*\*\nKites for programmers/)
  await workspace.click(talks, 'full_notes', { blockId: firstSection(talks) })
  const [view] = await workspace.until(() => workspace.views().length > 0 && workspace.views(), 'a modal')
  expect(seen({ blocks: view!.blocks, text: '' })).toContain('Kites for programmers')
})

test('on a private answer in a direct message a click is answered in private', async () => {
  const { workspace, privateReply } = await openHallway()
  await workspace.command('/talks', 'rigging', 'dm')
  await workspace.click(await privateReply('dm'), 'more_results')
  const more = await privateReply('dm', 2)
  expect(seen(more)).toContain('for programmers')
  await workspace.click(more, 'open_0')
  const open = await workspace.until(
    () => workspace.ephemerals('dm').find((one) => blockOf(one, 'more_like_this').blockId !== ''),
    'a talk to open',
  )
  await workspace.click(open, 'more_like_this')
  expect(seen(await privateReply('dm', 3))).toMatch(/^More like/)
  expect(workspace.messages('dm')).toEqual([])
})

test('an example in the help asks its question', async () => {
  const { workspace, privateReply } = await openHallway()
  await workspace.command('/talks', 'help', '#general')
  await workspace.click(await privateReply('#general'), 'ask_0')
  expect(seen(await privateReply('#general', 2))).toContain('Full notes')
})

test.each(['more_like_this', 'full_notes'])('“%s” of a talk that is gone says so', async (actionId) => {
  let served = tinyAnswers()
  const { workspace, answer, privateReply } = await askInChannel('kites', { answers: () => served })
  served = { ...served, findTalk: () => undefined }
  await workspace.click(answer, actionId, blockOf(answer, actionId))
  expect(seen(await privateReply('#talks'))).toMatch(/^These notes are not here any more/)
})

test.each([
  ['full_notes', '{"talk":"kites"}'],
  ['more_like_this', undefined],
  ['more_results', 'v0 kites'],
  ['share', 'v1 -1 kites'],
  ['ask_3', ''],
  ['share_with_all', 'v1 0 kites'],
  ['a_button_of_long_ago', 'v1 harbour-2019/kites'],
])('a button of another version, %s with %j, is answered with a sentence', async (action_id, value) => {
  const { workspace, privateReply, log } = await openHallway()
  await workspace.command('/talks', 'kites', '#talks')
  const reply = await privateReply('#talks')
  const button = {
    type: 'button',
    action_id,
    text: { type: 'plain_text', text: 'Old' },
    ...(value !== undefined && { value }),
  }
  const block = { type: 'actions', block_id: 'old', elements: [button] }
  Object.assign(reply, { blocks: [block] })
  await workspace.click(reply, action_id)
  expect(seen(await privateReply('#talks', 2))).toMatch(/^This button is from an older message/)
  expect(log.filter((line) => line.startsWith('error'))).toEqual([])
})

test('a misspelt question is answered as it was meant, and can be asked as it was typed', async () => {
  const { workspace, answer, privateReply } = await askInChannel('kittes')
  expect(seen(answer)).toMatch(/^Showing results for \*\*kites\*\*\n/)
  await workspace.click(answer, 'ask_0')
  expect(seen(await privateReply('#talks'))).toMatch(/^No note mentions “kittes”\./)
})

test('filters narrow an answer, and “More results” goes on with them', async () => {
  const { workspace, answer, privateReply } = await askInChannel('speaker:quay -tag:kites sort:oldest')
  expect(seen(answer)).toContain('Knots for programmers')
  expect(seen(answer)).toContain('Talks 1 to 3 of 4 that match')
  await workspace.click(answer, 'more_results')
  expect(seen(await privateReply('#talks'))).toMatch(/^\*\*4\. Sails for programmers\*\*/)
})

test('“More results” of notes that have changed begins again, and says so', async () => {
  let served = tinyAnswers()
  const { workspace, answer, privateReply } = await askInChannel('rigging', { answers: () => served })
  const changed = { ...riggedCorpus, version: '111111111111' }
  served = createAnswers(changed, createLunrEngine(changed))
  await workspace.click(answer, 'more_results')
  expect(seen(await privateReply('#talks'))).toMatch(/^The notes have changed since/)
})

test('notes that change while a click is answered do not change its answer', async () => {
  const before = tinyAnswers()
  let served = before
  const { workspace, answer } = await askInChannel('kites', { answers: () => served })
  const after = { ...before, keyTerms: () => Promise.reject(new Error('no such talk')) }
  const findTalk: typeof before.findTalk = (id) => {
    served = after
    return before.findTalk(id)
  }
  served = { ...before, findTalk }
  await workspace.click(answer, 'full_notes', blockOf(answer, 'full_notes'))
  await workspace.until(() => workspace.views().length > 0, 'the full notes')
  expect(served).toBe(after)
})

/** The message of the channel that is the same one, once it says something else. */
async function changed(
  { workspace }: Pick<Awaited<ReturnType<typeof openHallway>>, 'workspace'>,
  before: { readonly ts: string; readonly blocks?: readonly unknown[] },
) {
  const was = JSON.stringify(before.blocks)
  return workspace.until(
    () =>
      [...workspace.messages('#talks'), ...workspace.ephemerals('#talks')].find(
        ({ ts, blocks }) => ts === before.ts && JSON.stringify(blocks) !== was,
      ),
    'the message to change',
  )
}

describe('what an answer keeps closed', () => {
  test('opens a talk in its place, and closes it again', async () => {
    const opened = await askInChannel('rigging')
    const { workspace, answer } = opened
    const closed = seen(answer)
    expect(closed).toMatch(/\(Show 1\) \(Show 2\) \(Show 3\) \(More results\)$/)
    await workspace.click(answer, 'open_1')
    const open = await changed(opened, answer)
    expect(seen(open)).toMatch(
      /\n\*\*2\. .+\n[\s\S]+ · HarbourConf 2019 · \w+\.md:\d+\n\(Full notes\) \(More like this\)\n\*\*3\. /,
    )
    await workspace.click(open, 'open_1')
    expect(seen(await changed(opened, open))).toBe(closed)
    expect(workspace.ephemerals('#talks')).toEqual([])
  })

  test('shows behind “More…” what narrows the question, and that asks it of fewer talks', async () => {
    const talks = ['Kites', 'Knots', 'Ropes', 'Sails', 'Masts', 'Oars', 'Keels'].map((topic, index) =>
      makeTalk(topic.toLowerCase(), {
        title: `${topic} for programmers`,
        kind: index < 4 ? 'lightning' : 'talk',
        summary: passage(`What ${topic.toLowerCase()} teach about rigging a program.`),
      }),
    )
    const corpus = makeCorpus(...talks)
    const answers = createAnswers(corpus, createLunrEngine(corpus))
    const opened = await askInChannel('rigging', { answers: () => answers })
    const { workspace, answer, privateReply } = opened
    expect(seen(answer)).toContain('(More…)')
    await workspace.click(answer, 'open_more', blockOf(answer, 'open_more'))
    const open = await changed(opened, answer)
    expect(seen(open)).toContain('(More results) (Only kind: lightning (4))')
    await workspace.click(open, 'ask_0')
    expect(seen(await privateReply('#talks'))).toMatch(/(?:Kites|Knots|Ropes|Sails) for programmers/)
  })

  test('stays private and shareable in a private answer, and named after who shared it in a shared one', async () => {
    const opened = await openHallway()
    const { workspace, privateReply } = opened
    await workspace.command('/talks', 'rigging', '#talks')
    await workspace.click(await privateReply('#talks'), 'open_0')
    const open = await workspace.until(
      () => workspace.ephemerals('#talks').find((one) => seen(one).includes('Hide 1')),
      'a talk to open',
    )
    expect(seen(open)).toContain('Share in channel')
    await workspace.click(open, 'share')
    const shared = await workspace.until(
      () => workspace.messages('#talks').find((message) => message.bot_id),
      'the shared answer',
    )
    await workspace.click(shared, 'open_0', { as: workspace.colleague })
    expect(seen(await changed(opened, shared))).toMatch(
      new RegExp(`^@${workspace.you.id} asked Hallway: [\\s\\S]*Hide 1`),
    )
  })

  test('opens nothing where the notes have changed since, but shows them as they are', async () => {
    let served = tinyAnswers()
    const opened = await askInChannel('rigging', { answers: () => served })
    const other = { ...riggedCorpus, version: '111111111111' }
    served = createAnswers(other, createLunrEngine(other))
    await opened.workspace.click(opened.answer, 'open_0')
    const shown = await changed(opened, opened.answer)
    expect(seen(shown)).not.toContain('Hide')
    expect(seen(shown)).toContain('Show 1')
  })

  test('opens a talk that is like another one', async () => {
    const opened = await askInChannel('kites')
    const { workspace, answer, privateReply } = opened
    await workspace.click(answer, 'more_like_this', blockOf(answer, 'more_like_this'))
    const related = await privateReply('#talks')
    await workspace.click(related, 'related_0')
    expect(seen(await changed(opened, related))).toMatch(
      /\n\*\*1\. .+\n[\s\S]+\(Full notes\) \(More like this\)/,
    )
  })
})

test('a question that finds nothing leads on to help', async () => {
  const { workspace, answer, privateReply } = await askInChannel('best pizza in town')
  expect(seen(answer)).toMatch(/\(What can I ask\?\)$/)
  await workspace.click(answer, 'help')
  expect(seen(await privateReply('#talks'))).toContain('I answer questions from the notes')
})

test('places in the notes lead to where the team keeps them', async () => {
  const notesUrl = createNotesUrl('https://git.example.com/notes/{path}#L{line}', 'corpus')
  const { answer } = await askInChannel('queues deliver twice', { parts: () => ({ notesUrl }) })
  expect(seen(answer)).toContain(
    'HarbourConf 2019 <https://git.example.com/notes/harbour-2019/queues.md#L10|queues.md:10>',
  )
})
