// The Kotlin library: the generated code, `Phone` over it, and the state holders of the screens. Plain Kotlin, no Android.
plugins {
    alias(libs.plugins.kotlin.jvm)
    `java-library`
    `maven-publish`
}

val repository = rootProject.layout.projectDirectory.dir("..")

/** Builds the library for this machine and writes build/kotlin. Cargo knows what is up to date. */
val generateBindings by tasks.registering(Exec::class) {
    workingDir(repository)
    commandLine("cargo", "run", "--package", "alongside-bindgen")
    outputs.dir(repository.dir("build/kotlin"))
    outputs.upToDateWhen { false }
}

/** The server program, for the tests. */
val buildServer by tasks.registering(Exec::class) {
    workingDir(repository)
    commandLine("cargo", "build", "--package", "alongside-server")
}

kotlin {
    jvmToolchain(17)
    sourceSets.main { kotlin.srcDir(generateBindings.map { repository.dir("build/kotlin") }) }
}

java { withSourcesJar() }

dependencies {
    api(libs.coroutines.core)
    implementation(libs.jna)
    testImplementation(libs.coroutines.test)
    testImplementation(libs.junit)
    testRuntimeOnly(libs.junit.launcher)
}

tasks.test {
    dependsOn(buildServer)
    useJUnitPlatform()
    val built = repository.dir("target/debug").asFile
    systemProperty("jna.library.path", built.path)
    systemProperty("alongside.root", repository.asFile.path)
    systemProperty("alongside.server", built.resolve("alongside-server").path)
    systemProperty("junit.jupiter.execution.timeout.default", "2 m")
}

publishing {
    publications {
        register<MavenPublication>("release") {
            groupId = "org.alongside"
            artifactId = "companion"
            version = "0.1.0"
            from(components["java"])
        }
    }
}
