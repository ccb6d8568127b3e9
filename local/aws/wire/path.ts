/** AWS's name of a member below another: `tags.1.member.key`. */
export function join(path: string, member: string): string {
  return path === "" ? member : `${path}.${member}`;
}

/** A member as AWS's messages spell it. */
export function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
