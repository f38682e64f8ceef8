package org.peersupport.workbench;

import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.peersupport.json.ledger.InclusionProof;

/** What a proof proves, or what is wrong with it. */
final class ProofReport {
  private final InclusionProof proof;
  private final Optional<PublicKey> key;

  /**
   * @param key the file of the public key
   */
  ProofReport(InclusionProof proof, Optional<String> key) {
    this.proof = proof;
    this.key = key.map(LedgerFiles::publicKey);
  }

  /** Prints it; gives the exit status. */
  int print(Console console) {
    List<String> wrong = proof.check(key);
    String findings =
        wrong.stream()
            .map(each -> "{\"explanation\":\"" + each + "\"}")
            .collect(Collectors.joining(","));
    console.printLine(
        "{\"line\":"
            + proof.line()
            + ",\"lines\":"
            + proof.lines()
            + ",\"root\":\""
            + proof.root()
            + "\",\"seal\":\""
            + seal()
            + "\",\"findings\":["
            + findings
            + "]"
            + (wrong.isEmpty() ? said() : "")
            + "}");
    if (wrong.isEmpty() && proof.seal().isEmpty()) {
      console.tell("there is no seal: compare lines and root with what you know from elsewhere");
    } else if (wrong.isEmpty() && key.isEmpty()) {
      console.tell("without --public-key nobody can tell who made the seal");
    }
    return wrong.isEmpty() ? ExitStatus.DONE : ExitStatus.FOUND;
  }

  private String said() {
    return ",\"says\":" + proof.said() + ",\"shown\":" + proof.shown();
  }

  private String seal() {
    if (proof.seal().isEmpty()) {
      return "none";
    }
    return key.isPresent() ? "checked" : "not-checked";
  }
}
