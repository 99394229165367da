/* Between a chat component that is not ours and the API: what it sends, and what it shows. */
const chat = document.querySelector("deep-chat");
let session; // the secret of this talk; it lives as long as the page
let replies = []; // what the last answer offered to press

const oneOf = (match) => {
  const source = match.sources[0];
  return `**${match.name}**: ${match.verdict}${source ? ` (${source.title}, ${source.as_of})` : ""}`;
};

const text = (message) =>
  ({
    text: () => message.text,
    matches: () => message.matches.map(oneOf).join("\n\n"),
    resources: () => message.resources.map((one) => one.name).join("\n\n"),
  })[message.type]?.();

chat.connect = { url: `${chat.dataset.guide}/api/v1/chat`, method: "POST" };

chat.requestInterceptor = (request) => {
  const said = request.body.messages.at(-1).text;
  const pressed = replies.find((reply) => reply.label === said);
  const turn = { session, message_id: crypto.randomUUID() };
  request.body = pressed ? { ...turn, choice: pressed.id } : { ...turn, message: said };
  return request;
};

chat.responseInterceptor = (answer) => {
  if (!answer.session) return { error: answer.detail };
  ({ session, quick_replies: replies } = answer);
  const shown = answer.messages.map(text).filter(Boolean);
  return { text: shown.join("\n\n") };
};
