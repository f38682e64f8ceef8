package org.peersupport.workbench;

import picocli.CommandLine.IVersionProvider;

/** The release, from the manifest of the jar. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String release = Version.class.getPackage().getImplementationVersion();
    return new String[] {"peersupport " + (release == null ? "(not released)" : release)};
  }
}
