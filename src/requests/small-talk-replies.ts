/** What is said to a person who is polite; nothing, if that wants no reply. */
export const smallTalkReplies = {
  thanks: 'You’re welcome.',
  goodbye: 'Bye!',
  complaint: 'Sorry about that. Ask again in other words, or name a topic, a tool or a speaker.',
  continuing: 'Each question is read by itself: say again what it is about.',
  privacy:
    'What you ask is looked up in your team’s own notes, and no AI service sees it. It is stored, encrypted, until it is ' +
    'answered, and for a week at most. Answers to /talks and in direct messages are for you alone; a mention is read by everybody in its channel.',
  agreement: undefined,
} as const
