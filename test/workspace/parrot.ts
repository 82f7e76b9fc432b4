import { App, SocketModeReceiver } from '@slack/bolt'
import type { Workspace } from '../../src/workspace/server/open-workspace.ts'

/** A tiny Bolt app that says things again, with a button, a private answer and a modal. */
export async function startParrot(workspace: Workspace): Promise<{ stop(): Promise<unknown> }> {
  const slackApiUrl = workspace.apiUrl
  const receiver = new SocketModeReceiver({
    appToken: workspace.appToken,
    installerOptions: { clientOptions: { slackApiUrl } },
  })
  const app = new App({
    token: workspace.botToken,
    receiver,
    clientOptions: { slackApiUrl },
    deferInitialization: true,
  })
  await app.init()

  app.message(async ({ message, say }) => {
    if (message.subtype !== undefined || message.text === undefined) return
    await say({
      text: message.text,
      thread_ts: message.thread_ts ?? message.ts,
      blocks: [
        { type: 'section', text: { type: 'mrkdwn', text: `You said: ${message.text}` } },
        {
          type: 'actions',
          elements: [
            {
              type: 'button',
              action_id: 'ask',
              style: 'primary',
              text: { type: 'plain_text', text: 'Ask me' },
            },
          ],
        },
      ],
    })
  })
  app.event('app_mention', async ({ event, say }) => {
    await say({ text: 'You called?', thread_ts: event.thread_ts ?? event.ts })
  })
  app.command('/parrot', async ({ ack, respond, command }) => {
    await ack()
    await respond({
      text: `Just for you: ${command.text}`,
      blocks: [
        { type: 'header', text: { type: 'plain_text', text: 'Just for you' } },
        { type: 'section', text: { type: 'mrkdwn', text: command.text || '_silence_' } },
        { type: 'divider' },
        { type: 'context', elements: [{ type: 'mrkdwn', text: 'A *parrot* never lies' }] },
        {
          type: 'actions',
          elements: [
            {
              type: 'static_select',
              action_id: 'mood',
              placeholder: { type: 'plain_text', text: 'Mood' },
              options: [option('calm', 'Calm'), option('loud', 'Loud')],
            },
            {
              type: 'button',
              action_id: 'forget',
              style: 'danger',
              text: { type: 'plain_text', text: 'Forget' },
            },
          ],
        },
      ],
    })
  })
  app.action('mood', async ({ ack, action, respond }) => {
    await ack()
    if (action.type === 'static_select')
      await respond({ replace_original: true, text: `Mood: ${action.selected_option.value}` })
  })
  app.action('forget', async ({ ack, respond }) => {
    await ack()
    await respond({ delete_original: true })
  })
  app.action('ask', async ({ ack, body, client }) => {
    await ack()
    if (body.type !== 'block_actions') return
    await client.views.open({
      trigger_id: body.trigger_id,
      view: {
        type: 'modal',
        callback_id: 'answer',
        private_metadata: body.channel?.id ?? '',
        title: { type: 'plain_text', text: 'A question' },
        submit: { type: 'plain_text', text: 'Answer' },
        blocks: [
          {
            type: 'input',
            block_id: 'name',
            label: { type: 'plain_text', text: 'Your name' },
            element: { type: 'plain_text_input', action_id: 'value' },
          },
          {
            type: 'input',
            block_id: 'topics',
            optional: true,
            label: { type: 'plain_text', text: 'Topics' },
            element: {
              type: 'checkboxes',
              action_id: 'value',
              options: [option('a', 'Birds'), option('b', 'Ships')],
            },
          },
          {
            type: 'input',
            block_id: 'day',
            optional: true,
            label: { type: 'plain_text', text: 'Day' },
            element: { type: 'datepicker', action_id: 'value' },
          },
        ],
      },
    })
  })
  app.view('answer', async ({ ack, view, client }) => {
    const name = view.state.values.name?.value?.value
    if (name === 'nobody') {
      await ack({ response_action: 'errors', errors: { name: 'Somebody, please' } })
      return
    }
    await ack()
    const topics = view.state.values.topics?.value?.selected_options?.map((topic) => topic.value).join('+')
    await client.chat.postMessage({ channel: view.private_metadata, text: `Thanks, ${name} (${topics})` })
  })

  await app.start()
  await workspace.until(() => workspace.connections() > 0, 'the app to connect')
  return { stop: () => app.stop() }
}

function option(value: string, text: string) {
  return { value, text: { type: 'plain_text' as const, text } }
}
