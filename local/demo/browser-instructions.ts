import type { LocalAws } from "../serve/spawn.js";
import type { Person } from "./visitor.js";

/**
 * How to open the app in a browser under its real name. The certificate is trusted by a throwaway home alone: nobody
 * should have to trust a demo's certificate authority in the browser that they use every day.
 */
export function browserInstructions({
  aws,
  url,
  person,
  certificateFile,
  home,
}: {
  aws: LocalAws;
  url: string;
  person: Person;
  certificateFile: string;
  /** An empty folder for the browser. */
  home: string;
}): string {
  const nss = `sql:${home}/.pki/nssdb`;
  // Chromium's sandbox refuses to run as root.
  const sandbox = process.getuid?.() === 0 ? " --no-sandbox" : "";
  return `It is still running. To open it in Chromium (Debian and Ubuntu: apt-get install chromium libnss3-tools):

  mkdir -p ${home}/.pki/nssdb
  certutil -d ${nss} -N --empty-password
  certutil -d ${nss} -A -t C,, -n local-aws -i ${certificateFile}
  HOME=${home} chromium --user-data-dir=${home}/profile --proxy-server=${aws.proxy}${sandbox} ${url}

Sign in as ${person.email} with the password ${person.password}
With curl: curl --proxy ${aws.proxy} --cacert ${certificateFile} --include ${url}/

Ctrl-C ends it.
`;
}
