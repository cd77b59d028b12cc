/** The JSON of a request's body; an empty body is {}. Throws SyntaxError. */
export async function bodyOf(request: { text: () => Promise<string> }): Promise<unknown> {
  return JSON.parse((await request.text()) || '{}')
}
