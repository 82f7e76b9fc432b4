/** Replies to small talk, the same on every surface: whoever writes to Hallway is answered. */
export const smallTalkReplies = {
  thanks: 'You’re welcome.',
  goodbye: 'Bye!',
  complaint: 'Sorry about that. Ask again in other words, or name a topic, a tool or a speaker.',
  continuing: 'Each question is read by itself: say again what it is about.',
  picking:
    'Each question is read by itself, so I cannot tell which list you mean: ask for the talk by its title.',
  privacy: 'What you ask is looked up in your team’s own notes, and no AI service sees it.',
  agreement: 'Ask me whenever you like, about a topic, a tool or a speaker.',
} as const

/** Where questions are posted, and outlive a process that dies. */
export const repliesInSlack = {
  ...smallTalkReplies,
  continuing: `${smallTalkReplies.continuing} The buttons below an answer go on with it.`,
  picking:
    'Each question is read by itself, so I cannot tell which list you mean: click the button of the talk in that list, or ask for it by its ' +
    'title.',
  privacy:
    `${smallTalkReplies.privacy} It is stored, encrypted, until it is answered, for a week at most; ` +
    'then nothing of it is left to delete. Answers to /talks and in direct messages are for you alone; a mention is read by everybody in its channel.',
} as const

export const repliesInTerminal = {
  ...smallTalkReplies,
  privacy: `${smallTalkReplies.privacy} Asked here, a question is not stored, and nothing of it is left to delete.`,
} as const
