/** What the log says of Slack's notice `app_rate_limited`. */
export const rateWarning = 'Slack drops events for a minute: more than 30,000 came within an hour.'
