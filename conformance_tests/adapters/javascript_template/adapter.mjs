// A minimal adapter: one JSON object per line in, one per line out. Replace `faults` by your own software.
import { createInterface } from "node:readline";

const implementation = { name: "My checker", version: "0.1", language: "JavaScript" };
const claims = [
  { profile: "passport_issuer", specVersion: "1.0", tiers: ["T1"], formats: ["json"], operations: ["check"] },
];

// Returns the requirement and the place (a JSON Pointer) of each fault of one document.
function faults(document) {
  let tree;
  try {
    tree = JSON.parse(document.body); // bytes that are not UTF-8 come as bodyBase64
  } catch {
    return [["GCL-COR-048", ""]];
  }
  return ["id", "specVersion", "issuer", "issuedAt"]
    .filter((member) => !Object.hasOwn(tree ?? {}, member))
    .map((member) => ["GCL-COR-001", `/${member}`]);
}

function check(request) {
  const findings = request.documents.flatMap((document) =>
    faults(document).map(([requirement, location]) => ({
      requirement, severity: "violation", document: document.iri, location,
    })),
  );
  return { verdict: findings.length > 0 ? "violates" : "conforms", findings };
}

function answer(request) {
  if (request.op === "hello") return { protocol: "gclink-adapter/1", implementation, claims };
  if (request.op === "check") return check(request);
  return request.op === "bye" ? {} : { declined: true, reason: "not implemented" };
}

for await (const line of createInterface({ input: process.stdin })) {
  const message = JSON.parse(line);
  console.log(JSON.stringify({ id: message.id, ...answer(message) }));
}
